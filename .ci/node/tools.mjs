// The packages of the linters are installed in build/ (see the Makefile), not beside their configuration.

import { createRequire } from "node:module";

export const fromBuild = createRequire(new URL("../../build/node/", import.meta.url));
