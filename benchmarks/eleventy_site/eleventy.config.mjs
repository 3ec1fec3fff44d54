// The evaluations' pages and nothing else. The benchmark names the folders in the environment.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import yaml from "js-yaml";

const evaluations = process.env.BENCH_EVALUATIONS;

function readEvaluations() {
  const found = [];
  for (const slug of readdirSync(evaluations).sort()) {
    const folder = join(evaluations, slug);
    if (!statSync(folder).isDirectory()) continue;
    for (const name of readdirSync(folder).sort()) {
      const values = yaml.load(readFileSync(join(folder, name), "utf-8"), { schema: yaml.CORE_SCHEMA });
      found.push({ ...values, slug });
    }
  }
  return found;
}

export default function (config) {
  config.setQuietMode(true);
  config.addGlobalData("evaluations", readEvaluations);
  config.addGlobalData("editions", () => JSON.parse(readFileSync(join(process.env.BENCH_SHARED, "editions.json"), "utf-8")));
  config.addGlobalData("shared", () => JSON.parse(readFileSync(join(process.env.BENCH_SHARED, "shared.json"), "utf-8")));
  return { htmlTemplateEngine: "njk" };
}
