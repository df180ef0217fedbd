// How TypeScript is bundled, for the pages and for their tests.
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** @param {{npm: string, generated: string}} folders npm's, and that of the protocol's generated messages */
export async function bundle({ npm, generated }, options) {
  const esbuild = createRequire(join(npm, 'node_modules', 'x.js'))('esbuild');
  return esbuild.build({
    bundle: true,
    target: 'es2020',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    nodePaths: [join(npm, 'node_modules'), generated],
    loader: { '.txt': 'text' },
    logLevel: 'warning',
    ...options,
  });
}

/** `--name value` in the words that a script was called with. */
export function options(words = process.argv.slice(2)) {
  const found = {};
  while (words[0]?.startsWith('--')) {
    const [name, value] = words.splice(0, 2);
    found[name.slice(2)] = value;
  }
  return { ...found, rest: words };
}
