-- Joins alone: what must at least be read and matched before anything can be judged.
WITH hp AS MATERIALIZED (
  SELECT m.household_id, m.id_number, m.name, m.marital, p.id AS rid, p.name AS rname, p.cancelled,
         p.moved_to, p.hukou_number, h.hukou_number AS own, p.custody_kind, p.benefits, p.marriage_state
  FROM member m JOIN household h USING (household_id) LEFT JOIN person p ON p.id_number = m.id_number),
und AS (
  SELECT h.household_id, p.id_number FROM person p JOIN household h ON h.hukou_number = p.hukou_number
  WHERE coalesce(p.cancelled, '') = '' AND coalesce(p.moved_to, '') = '' AND NOT EXISTS (
    SELECT 1 FROM member m WHERE m.household_id = h.household_id AND m.id_number = p.id_number)),
v AS MATERIALIZED (
  SELECT m.household_id, v.plate, v.first_registered FROM vehicle v
  JOIN member m ON m.id_number = v.owner_id_number WHERE v.status = 'A'),
e AS MATERIALIZED (
  SELECT m.household_id, e.unit_number, e.state, e.mortgaged, e.area FROM estate e
  JOIN member m ON m.id_number = e.owner_id_number),
n AS (SELECT household_id, count(*) AS n, sum(area) AS area FROM e WHERE state = '1' GROUP BY 1)
SELECT household_id, 'HJ09' AS code, id_number AS subject FROM hp WHERE rid IS NULL OR name <> rname
UNION ALL SELECT household_id, 'HJ01', id_number FROM hp WHERE cancelled = '死亡'
UNION ALL SELECT household_id, 'HJ02', id_number FROM hp WHERE moved_to <> ''
UNION ALL SELECT household_id, 'HJ03', id_number FROM hp WHERE hukou_number <> own
UNION ALL SELECT household_id, 'HJ06', id_number FROM hp WHERE marriage_state NOT IN ('', marital)
UNION ALL SELECT household_id, 'HJ10', id_number FROM hp WHERE custody_kind <> ''
UNION ALL SELECT household_id, 'HJ13', id_number FROM hp WHERE benefits <> ''
UNION ALL SELECT household_id, 'HJ04', id_number FROM und
UNION ALL SELECT household_id, 'CL01', plate FROM v WHERE NOT EXISTS (
  SELECT 1 FROM told_vehicle t WHERE t.household_id = v.household_id AND t.plate = v.plate)
UNION ALL SELECT household_id, 'CL09', plate FROM v WHERE first_registered > DATE '2025-05-06'
UNION ALL SELECT household_id, 'FC01', unit_number FROM e WHERE state = '1' AND NOT EXISTS (
  SELECT 1 FROM told_estate t WHERE t.household_id = e.household_id AND t.unit_number = e.unit_number)
UNION ALL SELECT household_id, 'FC11', unit_number FROM e WHERE state = '2'
UNION ALL SELECT household_id, 'FC14', unit_number FROM e WHERE mortgaged
UNION ALL SELECT household_id, 'FC02', cast(n AS varchar) FROM n WHERE n > 1
UNION ALL SELECT household_id, 'FC12', location FROM told_estate WHERE NOT registered
ORDER BY ALL
