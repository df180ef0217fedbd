// bundle_tests.mjs --generated DIR --npm DIR --out DIR FILE…: tests in TypeScript as scripts that node runs.
import { basename } from 'node:path';
import { bundle, options } from '../../remote/web/esbuild.mjs';

const { generated, npm, out, rest } = options();
const entryPoints = rest.map((path) => ({ in: path, out: basename(path).replace(/\.tsx?$/, '') }));
await bundle({ npm, generated }, {
  entryPoints, outdir: out, outExtension: { '.js': '.cjs' }, format: 'cjs', platform: 'node', sourcemap: 'inline', target: 'node18',
  external: ['playwright-core', 'axe-core', 'html-validate', 'ws'], // found by NODE_PATH
});
