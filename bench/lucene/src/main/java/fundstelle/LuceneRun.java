package fundstelle;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Ranks passages with Lucene and writes a TREC run: query, Q0, passage, rank, score, tag.
 *
 * <p>Arguments: passages.tsv (id, pool, language, text), queries.tsv (id, pool, English words, German words), the run
 * to write, {@code language} or {@code terms} (split at spaces only), k1, b, and the number of hits per query.
 */
public final class LuceneRun {
  /** A passage's text is in the field of its language, a query asks both, any word will do. */
  private static final List<String> LANGUAGES = List.of("en", "de");

  private LuceneRun() {}

  public static void main(String[] arguments) throws IOException {
    Analyzer analyzer = arguments[3].equals("terms") ? new WhitespaceAnalyzer() : byLanguage();
    Similarity similarity =
        new BM25Similarity(Float.parseFloat(arguments[4]), Float.parseFloat(arguments[5]));
    try (Directory directory = new ByteBuffersDirectory()) {
      index(Path.of(arguments[0]), directory, analyzer, similarity);
      try (DirectoryReader reader = DirectoryReader.open(directory);
          BufferedWriter run = Files.newBufferedWriter(Path.of(arguments[2]))) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
        QueryBuilder builder = new QueryBuilder(analyzer);
        int depth = Integer.parseInt(arguments[6]);
        for (String line : Files.readAllLines(Path.of(arguments[1])))
          write(run, searcher, builder, line.split("\t", -1), depth);
      }
    }
  }

  private static Analyzer byLanguage() {
    return new PerFieldAnalyzerWrapper(
        new EnglishAnalyzer(), Map.of("de", new GermanAnalyzer()));
  }

  private static void index(
      Path passages, Directory directory, Analyzer analyzer, Similarity similarity)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(similarity);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (String line : Files.readAllLines(passages)) {
        String[] columns = line.split("\t", -1);
        Document document = new Document();
        document.add(new StringField("id", columns[0], Field.Store.YES));
        document.add(new StringField("pool", columns[1], Field.Store.NO));
        document.add(new TextField(columns[2], columns[3], Field.Store.NO));
        writer.addDocument(document);
      }
    }
  }

  private static void write(
      BufferedWriter run, IndexSearcher searcher, QueryBuilder builder, String[] query, int depth)
      throws IOException {
    int rank = 1;
    for (ScoreDoc hit : searcher.search(anyWord(builder, query), depth).scoreDocs) {
      String passage = searcher.storedFields().document(hit.doc).get("id");
      run.write(
          String.format(
              Locale.ROOT, "%s Q0 %s %d %f lucene%n", query[0], passage, rank++, hit.score));
    }
  }

  private static Query anyWord(QueryBuilder builder, String[] query) {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    for (int i = 0; i < LANGUAGES.size(); i++) {
      Query own = builder.createBooleanQuery(LANGUAGES.get(i), query[2 + i], Occur.SHOULD);
      if (own != null) words.add(own, Occur.SHOULD);
    }
    if (query[1].isEmpty()) return words.build();
    return new BooleanQuery.Builder()
        .add(words.build(), Occur.MUST)
        .add(new TermQuery(new Term("pool", query[1])), Occur.FILTER)
        .build();
  }
}
