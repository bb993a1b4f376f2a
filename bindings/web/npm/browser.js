// What browsers and bundlers import: the WebAssembly is fetched from beside this file.
import initialise from "./quotation.js";

await initialise({ module_or_path: new URL("./quotation_bg.wasm", import.meta.url) });

export { QuoteDetector } from "./quotation.js";
