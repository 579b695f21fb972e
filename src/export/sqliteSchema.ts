/** Tables as Datasette shows them: keys that link, compound keys where a row is a pair. */
export const sqliteSchema = `
CREATE TABLE site (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE topics (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, summary TEXT, mediatopic TEXT, url TEXT NOT NULL,
  broader TEXT REFERENCES topics(id)
);
CREATE TABLE actors (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, country TEXT, wikidata TEXT,
  summary TEXT, url TEXT NOT NULL
);
CREATE TABLE actor_names (
  actor TEXT NOT NULL REFERENCES actors(id), name TEXT NOT NULL, kind TEXT NOT NULL
);
CREATE TABLE stories (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, summary TEXT, status TEXT NOT NULL, url TEXT NOT NULL
);
CREATE TABLE sources (id TEXT PRIMARY KEY, name TEXT NOT NULL, url TEXT NOT NULL);
CREATE TABLE articles (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, uri TEXT NOT NULL, url TEXT NOT NULL,
  date TEXT NOT NULL, time TEXT, title TEXT NOT NULL, summary TEXT, text TEXT NOT NULL,
  dateline TEXT, story TEXT REFERENCES stories(id), judgement TEXT, confidence TEXT, likelihood TEXT, trend TEXT,
  alert TEXT, urgency INTEGER NOT NULL, updated TEXT, tlp TEXT NOT NULL, lang TEXT NOT NULL,
  words INTEGER NOT NULL
);
CREATE TABLE article_topics (
  article TEXT NOT NULL REFERENCES articles(id), topic TEXT NOT NULL REFERENCES topics(id),
  PRIMARY KEY (article, topic)
);
CREATE TABLE article_actors (
  article TEXT NOT NULL REFERENCES articles(id), actor TEXT NOT NULL REFERENCES actors(id),
  role TEXT, PRIMARY KEY (article, actor)
);
CREATE TABLE article_countries (
  article TEXT NOT NULL REFERENCES articles(id), country TEXT NOT NULL
);
CREATE TABLE article_sources (
  article TEXT NOT NULL REFERENCES articles(id), source TEXT NOT NULL REFERENCES sources(id),
  name TEXT NOT NULL, url TEXT, published TEXT, archived TEXT, language TEXT, reliability TEXT,
  credibility INTEGER
);
CREATE TABLE corrections (
  article TEXT REFERENCES articles(id), briefing TEXT REFERENCES briefings(date),
  date TEXT NOT NULL, text TEXT NOT NULL
);
CREATE TABLE briefings (
  date TEXT PRIMARY KEY, url TEXT NOT NULL, title TEXT, summary TEXT, text TEXT NOT NULL
);
CREATE TABLE takeaways (briefing TEXT NOT NULL REFERENCES briefings(date), text TEXT NOT NULL);
CREATE TABLE watching (
  briefing TEXT NOT NULL REFERENCES briefings(date), text TEXT NOT NULL, due TEXT
);
`;

/**
 * Indexes and the full-text index, once all rows are there, which is quicker. FTS5 gathers in memory as many
 * bytes as `hashsize` says before it writes a part of its index, of which many would have to be merged; at the
 * end it is what it is in any other database.
 */
export const sqliteSearch = `
CREATE INDEX articles_date ON articles(date);
CREATE INDEX article_topics_topic ON article_topics(topic);
CREATE INDEX article_actors_actor ON article_actors(actor);
CREATE INDEX article_sources_source ON article_sources(source);
CREATE VIRTUAL TABLE articles_fts USING fts5(
  title, summary, text, content="articles", content_rowid="number",
  tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO articles_fts(articles_fts, rank) VALUES ('hashsize', 67108864);
INSERT INTO articles_fts(articles_fts) VALUES ('rebuild');
INSERT INTO articles_fts(articles_fts) VALUES ('optimize');
INSERT INTO articles_fts(articles_fts, rank) VALUES ('hashsize', 1048576);
`;
