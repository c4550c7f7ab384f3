import { catalogue } from "../src/cli/words.ts";
import { speak } from "../src/words/t.ts";

// Tests read English, as the dossiers under test are written in it.
speak(catalogue("en"));
