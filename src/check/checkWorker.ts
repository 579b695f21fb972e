import { workerData } from 'node:worker_threads';
import { buildNames, type NameSources } from '../load/resolveContent.ts';
import type { SourceEntry } from '../read/readContent.ts';
import { answerJobs } from '../workers/answer.ts';
import { checkArticle, type ArticleCheck } from './checkArticle.ts';
import { createRules } from './rules.ts';

const sources = workerData as NameSources;
// The main thread has built the same registries and reported their problems.
const names = buildNames(sources, () => undefined);
const rules = createRules(sources, names);

/** One text is sent faster than thousands of objects. Nobody who checks wants the HTML. */
answerJobs((entries) =>
  JSON.stringify(
    (entries as readonly SourceEntry[])
      .map((entry) => checkArticle(entry, names, rules))
      .map(withoutHtml),
  ),
);

function withoutHtml({ loaded, style, links }: ArticleCheck): ArticleCheck {
  const { article } = loaded;
  if (article === null) return { loaded, style, links };
  const body = { ...article.body, html: [] };
  return { loaded: { ...loaded, article: { ...article, body } }, style, links };
}
