// bundle.mjs --generated DIR --npm DIR --out DIR: every file that the presenter serves, as it serves it, into OUT/files, and
// all of them as C++ into OUT/pages_table.cpp.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundle, options } from './esbuild.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { generated, npm, out } = options();

// What has an address of its own.
const documents = { '/remote': 'remote/remote.html', '/': 'follow/follow.html', '/accessibility': 'follow/accessibility.html' };
const scripts = { 'early': 'remote/early.ts', 'remote': 'remote/main.tsx', 'follow': 'follow/main.tsx' };
const styles = { 'remote': 'remote/remote.css', 'follow': 'follow/follow.css' };
// What an exported file has in it.
const enclosedScripts = { 'show': 'show/main.tsx' };
const enclosedStyles = { 'show': 'show/show.css', 'document': 'show/document.css' };

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.webmanifest': 'application/manifest+json', '.svg': 'image/svg+xml', '.png': 'image/png', '.mp4': 'video/mp4',
  '.webm': 'video/webm',
};

async function bundles(groups) {
  const files = {};
  for (const group of groups) {  // apart, since two of one name would be one
    const entryPoints = Object.entries(group).map(([name, path]) => ({ in: join(here, path), out: name }))
      .filter((entry) => existsSync(entry.in));
    const { outputFiles } = await bundle({ npm, generated },
      { entryPoints, minify: true, format: 'iife', write: false, outdir: '/', legalComments: 'none', charset: 'utf8' });
    for (const file of outputFiles) files[file.path] = file.contents;
  }
  return files;
}

function readStatic(folder = join(here, 'static'), under = '/') {
  const files = {};
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) Object.assign(files, readStatic(path, `${under}${entry.name}/`));
    else if (types[extname(entry.name)]) files[under + entry.name] = readFileSync(path);
  }
  return files;
}

function readDocuments() {
  const files = {};
  for (const [path, file] of Object.entries(documents))
    if (existsSync(join(here, file))) files[path] = readFileSync(join(here, file));
  return files;
}

function page(path, content) {
  const zipped = gzipSync(content, { level: 9 });
  const isGzip = zipped.length < content.length && extname(path) !== '.mp4';  // a film is asked for in parts
  const tag = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return { path, type: types[extname(path)] ?? types['.html'], bytes: isGzip ? zipped : Buffer.from(content), isGzip, tag };
}

function cppBytes(header, all) {
  const lines = ['// Made by remote/web/bundle.mjs.', `#include "presenter/pages/${header}"`, '', 'namespace lectern::pages {', 'namespace {'];
  all.forEach((bytes, i) => {
    lines.push(`const unsigned char bytes_${i}[] = {`);
    for (let at = 0; at < bytes.length; at += 64) lines.push(`${[...bytes.subarray(at, at + 64)].join(',')},`);
    lines.push('};');
  });
  lines.push('std::string_view text(const unsigned char* bytes, std::size_t size) {',
    '  return {reinterpret_cast<const char*>(bytes), size};', '}', '}  // namespace', '');
  return lines;
}

function cpp(pages) {
  const lines = cppBytes('table.h', pages.map(({ bytes }) => bytes));
  lines.push('const std::vector<Page>& table() {', '  static const std::vector<Page> pages = {');
  pages.forEach(({ path, type, isGzip, tag }, i) =>
    lines.push(`      {"${path}", "${type}", text(bytes_${i}, sizeof bytes_${i}), ${isGzip}, "\\"${tag}\\""},`));
  lines.push('  };', '  return pages;', '}', '', '}  // namespace lectern::pages', '');
  return lines.join('\n');
}

/** With the hash that a Content-Security-Policy names each by. */
function enclosedCpp(files) {
  const parts = { document_style: '/document.css', show_style: '/show.css', show_script: '/show.js' };
  const contents = Object.values(parts).map((path) => Buffer.from(Buffer.from(files[path]).toString('utf8').trim()));
  const lines = cppBytes('enclosed.h', contents);
  Object.keys(parts).forEach((name, i) => {
    const hash = createHash('sha256').update(contents[i]).digest('base64');
    lines.push(`Enclosed ${name}() {`, `  return {text(bytes_${i}, sizeof bytes_${i}), "'sha256-${hash}'"};`, '}');
  });
  lines.push('', '}  // namespace lectern::pages', '');
  return lines.join('\n');
}

function writeFiles(files) {
  rmSync(join(out, 'files'), { recursive: true, force: true });
  for (const [path, content] of Object.entries(files)) {
    const target = join(out, 'files', path === '/' ? 'follow.html' : extname(path) ? path : `${path}.html`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

const files = { ...readStatic(), ...readDocuments(), ...(await bundles([scripts, styles])) };
writeFiles(files);
writeFileSync(join(out, 'pages_table.cpp'), cpp(Object.keys(files).sort().map((path) => page(path, files[path]))));
writeFileSync(join(out, 'enclosed.cpp'), enclosedCpp(await bundles([enclosedScripts, enclosedStyles])));
