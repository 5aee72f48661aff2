// Builds trust/static/trust/ from this folder and the pinned packages: style sheet, vendored scripts, web fonts, licences.
// The desk's modules are read from trust/static/trust/desk/ and joined into one file, which is what a browser fetches.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const from = (...path) => join(here, "node_modules", ...path);
const out = join(here, "../../trust/static/trust");
const version = (name) => JSON.parse(readFileSync(from(name, "package.json"))).version;
for (const folder of ["fonts", "vendor"]) mkdirSync(join(out, folder), { recursive: true });

const { css } = compile(join(here, "concordat.scss"), {
  style: "compressed",
  charset: false,
  loadPaths: [from()],
  quietDeps: true,
});
const banner = `/*! Built by tools/front. Contains GOV.UK Frontend ${version("govuk-frontend")}, MIT Licence: see vendor/govuk-frontend-LICENCE.txt */\n`;
writeFileSync(join(out, "concordat.css"), banner + css.replace(/^\uFEFF/, "") + "\n");
console.log(`concordat.css: ${css.length} bytes, ${gzipSync(banner + css).length} with gzip`);

// A source map is not shipped, so its address must go: the manifest storage would look for it.
const script = (path) => readFileSync(path, "utf8").replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");
writeFileSync(join(out, "vendor/govuk-frontend.min.js"), script(from("govuk-frontend/dist/govuk/govuk-frontend.min.js")));
writeFileSync(join(out, `vendor/htmx.min.js`), `/*! htmx ${version("htmx.org")}, Zero-Clause BSD */\n` + script(from("htmx.org/dist/htmx.min.js")));
copyFileSync(join(here, "licences/govuk-frontend.txt"), join(out, "vendor/govuk-frontend-LICENCE.txt"));
copyFileSync(from("htmx.org/LICENSE"), join(out, "vendor/htmx-LICENCE.txt"));
writeFileSync(join(out, "vendor/sortable.min.js"), script(from("sortablejs/Sortable.min.js")));
copyFileSync(from("sortablejs/LICENSE"), join(out, "vendor/sortable-LICENCE.txt"));
writeFileSync(join(out, "vendor/turndown.js"), `/*! turndown ${version("turndown")}, MIT Licence: see turndown-LICENCE.txt */\n` + script(from("turndown/lib/turndown.browser.es.js")));
copyFileSync(from("turndown/LICENSE"), join(out, "vendor/turndown-LICENCE.txt"));

// The seal at its head says which modules it was built from: a test of the house compares it with those that are there.
const desk = join(out, "desk");
const seal = createHash("sha256");
for (const name of readdirSync(desk).filter((file) => file.endsWith(".js")).sort()) seal.update(readFileSync(join(desk, name)));
const joined = buildSync({
  entryPoints: [join(desk, "desk.js")],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "inline",
  banner: { js: `/*! Built by tools/front from the modules beside it: ${seal.digest("hex")} */` },
  write: false,
}).outputFiles[0].text;
writeFileSync(join(out, "desk.js"), joined);
console.log(`desk.js: ${joined.length} bytes, ${gzipSync(joined).length} with gzip`);

const face = "@fontsource/atkinson-hyperlegible-next";
for (const part of ["latin", "latin-ext"]) {
  for (const cut of ["400-normal", "400-italic", "600-normal", "700-normal"]) {
    copyFileSync(from(face, `files/atkinson-hyperlegible-next-${part}-${cut}.woff2`), join(out, `fonts/AtkinsonHyperlegibleNext-${part}-${cut}.woff2`));
  }
}
copyFileSync(from(face, "LICENSE"), join(out, "fonts/OFL.txt"));
