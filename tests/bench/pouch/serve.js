// The server a PouchDB copies to, with its defaults: serve.js HOST FOLDER
const express = require("express");
const PouchDB = require("pouchdb-node");

const [host, folder] = process.argv.slice(2);
process.chdir(folder);
const application = express();
application.use(
  "/",
  require("express-pouchdb")(PouchDB.defaults({ prefix: `${folder}/` }), {
    mode: "minimumForPouchDB",
    inMemoryConfig: true,
    logPath: `${folder}/log`,
  }),
);
const server = application.listen(0, host, () => {
  console.log(`http://${host}:${server.address().port}`);
});
