// The choice of a state in a result that the server made.

import { pageAt } from "./explanations.mjs";
import { offerStates } from "./state_here.mjs";

offerStates(document, pageAt);
