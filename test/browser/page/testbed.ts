// testbed — what the browser ring calls inside the page.
import { runProgram, sitePrograms } from "../../../host/web/program.ts";

declare global {
  var testbed: { runProgram: typeof runProgram; sitePrograms: typeof sitePrograms } | undefined;
}

globalThis.testbed = { runProgram, sitePrograms };
