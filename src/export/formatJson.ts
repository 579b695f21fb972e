import type { Site } from '../model/site.ts';
import { makeRecords, toSiteRecord } from './records.ts';
import { exportVersion, listRecords, type ListName } from './schema.ts';

const listNames = Object.keys(listRecords) as readonly ListName[];

/** The whole site as one JSON document, a record a line; `makeExportSchema` is its schema. */
export function* formatJson(site: Site): Generator<string> {
  const makers = makeRecords(site);
  yield `{"format":"dateline","version":${exportVersion},\n"site":`;
  yield JSON.stringify(toSiteRecord(site.config));
  for (const name of listNames) {
    yield `,\n"${name}":[`;
    let before = '\n';
    for (const record of makers[name]()) {
      yield before + JSON.stringify(record);
      before = ',\n';
    }
    yield ']';
  }
  yield '\n}\n';
}

/** The same records, one a line, each with its `kind`. */
export function* formatNdjson(site: Site): Generator<string> {
  const makers = makeRecords(site);
  yield formatLine({ kind: 'site', ...toSiteRecord(site.config) });
  for (const name of listNames) {
    const [kind] = listRecords[name];
    for (const record of makers[name]()) yield formatLine({ kind, ...record });
  }
}

/** Some programs end a line at Unicode's own separators too. */
function formatLine(record: object): string {
  const text = JSON.stringify(record).replace(/[\u2028\u2029]/g, (sign) =>
    sign === '\u2028' ? '\\u2028' : '\\u2029',
  );
  return `${text}\n`;
}
