import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import type { Site } from '../model/site.ts';
import { makeRows } from './sqliteRows.ts';
import { sqliteSchema, sqliteSearch } from './sqliteSchema.ts';

/**
 * The site as a database (SQLite 3) with full-text search (FTS5), for Datasette and notebooks. Rows go
 * in by one order and at once, so that the same site gives the same bytes. SQLite is compiled to
 * WebAssembly and writes a file of its own, which is read and removed.
 */
export function formatSqlite(site: Site): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-'));
  try {
    const file = path.join(folder, 'site.sqlite');
    writeDatabase(file, site);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeDatabase(file: string, site: Site): void {
  const database = new sqlite.Database(file);
  try {
    // Nobody reads the file while it is made, and a failure leaves none. Rows come in any order.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF');
    // KiB: of a larger file, pages would go back and forth between WebAssembly and the disk.
    database.exec('PRAGMA cache_size = -131072; PRAGMA temp_store = MEMORY');
    database.exec(sqliteSchema);
    database.exec('BEGIN');
    for (const { table, columns, rows } of makeRows(site)) {
      const places = Array.from({ length: columns }, () => '?').join(', ');
      const statement = database.prepare(`INSERT INTO ${table} VALUES (${places})`);
      try {
        for (const row of rows) statement.run([...row]);
      } finally {
        statement.finalize();
      }
    }
    database.exec(sqliteSearch);
    // No page was ever freed, so that there is nothing for VACUUM to gather.
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}
