/* For mutation testing alone: fewer runs of each property, as every mutant runs them again. */
import fc from "fast-check";

fc.configureGlobal({ numRuns: 25 });
