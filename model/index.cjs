/** AWS Marketplace Metering as a Smithy JSON AST. */
module.exports = require("./model.json");
