// Makes the npm package and the page: `node pack.js [FOLDER]`, into FOLDER/npm and FOLDER/page.
//
// Needs Rust with the target wasm32-unknown-unknown, and Node; nothing is fetched that Cargo.lock does not name.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
const output = resolve(process.argv[2] ?? join(target, "web-package"));
const read = (path) => readFileSync(path, "utf8");

// No path of the machine that makes it is in what is published.
const home = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
const paths = [[root, "quotation"], [home, "cargo"]].map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
const environment = { ...process.env, CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: paths.join(" ") };

function cargo(...parameters) {
  execFileSync(process.env.CARGO ?? "cargo", parameters, { cwd: root, stdio: "inherit", env: environment });
}

/** Compiles the crate and has its JavaScript and types made. */
function compile(folder) {
  const wasm = "wasm32-unknown-unknown";
  cargo("build", "--quiet", "--package", "quotation-web", "--target", wasm, "--profile", "web");
  cargo("run", "--quiet", "--package", "quotation-bindgen", "--", join(target, wasm, "web/quotation_web.wasm"), folder);
}

function packPackage(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  compile(folder);
  // What the WebAssembly itself exports is nobody's to call.
  rmSync(join(folder, "quotation_bg.wasm.d.ts"));
  // Whose TypeScript does not know Symbol.dispose could not read the types.
  const types = join(folder, "quotation.d.ts");
  writeFileSync(types, read(types).replaceAll(/^.*\[Symbol\.dispose\].*\n/gm, ""));
  for (const name of readdirSync(join(here, "npm"))) cpSync(join(here, "npm", name), join(folder, name));
  for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) cpSync(join(root, name), join(folder, name));
}

const escape = (words) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** One file with all that the page needs: style, script, the WebAssembly, the sample. */
function packPage(package_, folder) {
  const wasm = readFileSync(join(package_, "quotation_bg.wasm"));
  const parts = {
    style: read(join(here, "page/page.css")),
    notices: escape(read(join(here, "npm/THIRD-PARTY.txt"))),
    sample: JSON.stringify(read(join(root, "examples/article.txt"))).replaceAll("<", "\\u003c"),
    wasm: gzipSync(wasm, { level: 9 }).toString("base64"),
    script: read(join(package_, "quotation.js")) + read(join(here, "page/page.js")),
  };
  const page = read(join(here, "page/index.html")).replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), page);
}

const package_ = join(output, "npm");
packPackage(package_);
packPage(package_, join(output, "page"));
for (const path of [join(package_, "quotation_bg.wasm"), join(output, "page/index.html")]) {
  const bytes = readFileSync(path);
  const sizes = [bytes, gzipSync(bytes, { level: 9 }), brotliCompressSync(bytes)].map((one) => one.length);
  console.log(`${path}: ${sizes[0]} bytes, ${sizes[1]} with gzip, ${sizes[2]} with brotli`);
}
