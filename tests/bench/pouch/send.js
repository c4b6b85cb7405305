// A PouchDB on a laptop: send.js prepare FOLDER LOAD | send URL FOLDER LOAD
// A document for each record, its PDF attached; copied with the defaults of a replication.
const fs = require("fs");
const path = require("path");
const PouchDB = require("pouchdb-node");

const open = (folder) => new PouchDB(path.join(folder, "laptop"));

async function prepare(folder, work) {
  const database = open(folder);
  const lines = fs.readFileSync(path.join(work, "records.jsonl"), "utf8").trim().split("\n");
  for (const [number, line] of lines.entries()) {
    const record = JSON.parse(line);
    const document = { _id: record["/paper_number"], record };
    const file = path.join(work, `${String(number).padStart(4, "0")}.pdf`);
    if (fs.existsSync(file)) {
      document._attachments = {
        form: { content_type: "application/pdf", data: fs.readFileSync(file) },
      };
    }
    await database.put(document);
  }
  await database.close();
}

async function send(url, folder) {
  const database = open(folder);
  await database.info();
  console.log("ready");
  process.stdin.once("data", async () => {
    const begun = process.hrtime.bigint();
    const before = process.cpuUsage();
    const told = await database.replicate.to(`${url}/records`);
    const took = process.cpuUsage(before);
    if (!told.ok || told.doc_write_failures > 0) process.exit(1);
    const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
    console.log(JSON.stringify({ seconds, processor: (took.user + took.system) / 1e6 }));
    process.exit(0);
  });
}

const [what, ...words] = process.argv.slice(2);
({ prepare, send })[what](...words);
