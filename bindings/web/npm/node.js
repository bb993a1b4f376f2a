// What Node imports: the WebAssembly is read from the file beside this one.
import { readFileSync } from "node:fs";
import { initSync } from "./quotation.js";

initSync({ module: readFileSync(new URL("./quotation_bg.wasm", import.meta.url)) });

export { QuoteDetector } from "./quotation.js";
