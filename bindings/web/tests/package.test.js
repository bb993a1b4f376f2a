// What is published: its types, its examples, its size.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { QuoteDetector } from "quotation-web";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../..");
const modules = join(here, "../node_modules");
const installed = join(modules, "quotation-web");
const read = (path) => readFileSync(path, "utf8");

// Within the folder whose packages they import.
const folder = mkdtempSync(join(modules, ".test-"));
after(() => rmSync(folder, { recursive: true }));

function compile(...names) {
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom"];
  try {
    execFileSync(process.execPath, [join(modules, "typescript/bin/tsc"), ...options, ...names], { cwd: folder, encoding: "utf8" });
    return "";
  } catch (error) {
    return error.stdout;
  }
}

/** A JSON Schema as a type. */
function type(schema, definitions) {
  if (schema.$ref) return type(definitions[schema.$ref.split("/").pop()], definitions);
  if (schema.anyOf) return schema.anyOf.map((one) => type(one, definitions)).join(" | ");
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.prefixItems) return `[${schema.prefixItems.map((one) => type(one, definitions)).join(", ")}]`;
  if (Array.isArray(schema.type)) return schema.type.map((one) => type({ type: one }, definitions)).join(" | ");
  switch (schema.type) {
    case "array":
      return `(${type(schema.items, definitions)})[]`;
    case "object": {
      assert.deepEqual(new Set(schema.required), new Set(Object.keys(schema.properties)));
      const fields = Object.entries(schema.properties).map(([name, one]) => `${name}: ${type(one, definitions)};`);
      return `{ ${fields.join(" ")} }`;
    }
    case "integer":
      return "number";
    default:
      return schema.type;
  }
}

test("the types are those of the schema", () => {
  const schema = JSON.parse(read(join(root, "docs/document.schema.json")));
  schema.properties.unit = { const: "utf-16" };
  const source = (fields) => `
    import type { Document } from "quotation-web";
    type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
    type Flat<T> = T extends [infer A, infer B] ? [A, B] : T extends object ? { [K in keyof T]: Flat<T[K]> } : T;
    type Schema = ${fields};
    export const same: Same<Flat<Document>, Flat<Schema>> = true;`;
  const fields = type(schema, schema.$defs);
  writeFileSync(join(folder, "schema.ts"), source(fields));
  assert.equal(compile("schema.ts"), "");
  // It is not the same by being anything.
  writeFileSync(join(folder, "other.ts"), source(fields.replace('"byline" | ', "")));
  assert.match(compile("other.ts"), /'true' is not assignable to type 'false'/);
});

test("documents are of their types", () => {
  const detector = new QuoteDetector();
  const texts = ["examples/article.txt", "cli/tests/data/dialogue.txt"].map((path) => read(join(root, path)));
  const documents = texts.map((text) => JSON.stringify(detector.detect(text)));
  const source = `
    import { QuoteDetector, type Document, type DetectorOptions } from "quotation-web";
    export const documents: Document[] = [${documents}];
    const options: DetectorOptions = { cast: [{ name: "Ines Okoro", gender: null }], naming: "most-used", formulas: [] };
    const detector = new QuoteDetector(options);
    const document: Document = detector.detect("");
    export const words: string | undefined = document.text.slice(...document.attributions[0].spans[0]);
    export const page: string = detector.write("", "html", "a.txt", "bytes");
    // @ts-expect-error
    new QuoteDetector({ genre: "poem" });
    // @ts-expect-error
    detector.write("", "word");
    // @ts-expect-error
    detector.detect(7);`;
  writeFileSync(join(folder, "documents.ts"), source);
  assert.equal(compile("documents.ts"), "");
});

test("the examples print what they say", () => {
  const blocks = [...read(join(installed, "README.md")).matchAll(/^```js\n(.*?)^```$/gms)];
  assert.equal(blocks.length, 4);
  blocks.forEach(([, code], number) => {
    const file = join(folder, `example-${number}.mjs`);
    writeFileSync(file, code);
    const expected = code.split("\n").filter((line) => line.startsWith("// ")).map((line) => line.slice(3) + "\n").join("");
    assert.notEqual(expected, "");
    assert.equal(execFileSync(process.execPath, [file], { encoding: "utf8" }), expected);
  });
});

test("the package holds what it needs and nothing else", () => {
  const files = ["browser.js", "index.d.ts", "node.js", "quotation.d.ts", "quotation.js", "quotation_bg.wasm"];
  const about = ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "THIRD-PARTY.txt", "package.json"];
  assert.deepEqual(readdirSync(installed).sort(), [...files, ...about].sort());
  const cargo = read(join(root, "Cargo.toml")).match(/^version = "(.*)"$/m)[1];
  assert.equal(JSON.parse(read(join(installed, "package.json"))).version, cargo);
});

test("it names no folder of the machine that made it", () => {
  const wasm = readFileSync(join(installed, "quotation_bg.wasm"), "latin1");
  assert.ok(wasm.includes("cargo/registry/"));
  assert.ok(!wasm.includes(root.replace(/\/$/, "")) && !wasm.includes(`${homedir()}/`));
});

test("what is built in goes along with its licences", () => {
  const notices = read(join(installed, "THIRD-PARTY.txt"));
  for (const name of ["regex-automata", "wasm-bindgen"]) assert.match(notices, new RegExp(`^${name} [0-9.]+: `, "m"));
  assert.ok(notices.includes("Permission is hereby granted"));
});

test("numbers are as short as in JSON", () => {
  const [attribution] = new QuoteDetector().detect("“It holds,” said Ines Okoro.").attributions;
  for (const number of [attribution.confidence, attribution.speaker_confidence, ...attribution.reasons.map((one) => one.weight)]) {
    assert.ok(String(number).length < 12, String(number));
  }
});

test("it is small", (context) => {
  const wasm = readFileSync(join(installed, "quotation_bg.wasm"));
  const [gzip, brotli] = [gzipSync(wasm, { level: 9 }).length, brotliCompressSync(wasm).length];
  context.diagnostic(`${wasm.length} bytes, ${gzip} with gzip, ${brotli} with brotli`);
  assert.ok(gzip < 1_600_000);
  assert.ok(brotli < 1_200_000);
});
