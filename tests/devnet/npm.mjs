// Where the npm packages of the tests are found: never in the source tree, but in the build directory.
// packaging/test installs them; by hand: cp tests/devnet/package*.json build/npm/ && npm ci --prefix build/npm --ignore-scripts
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The directory that holds node_modules; ANCHORSCOPE_NPM names another one than build/npm. */
export const npmDirectory = process.env.ANCHORSCOPE_NPM ?? join(root, "build", "npm");

export const require = createRequire(join(npmDirectory, "package.json"));
