// The script that comes first: whoever has a code, or was let in before, will need a connection at once.
import { openEarly } from "../client/early";
import { keptDevice } from "../client/kept";

if (location.hash || keptDevice()) openEarly();
