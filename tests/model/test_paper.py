from caseworker_app.model.paper import number_of


def test_that_a_number_names_region_year_form_and_serial() -> None:
    assert number_of("330110104000", 2026, "F13", 1) == "330110-2026-F13-000001"
