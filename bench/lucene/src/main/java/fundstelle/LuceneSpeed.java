package fundstelle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
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
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/**
 * Answers by lines, so that Lucene can be measured query by query beside others: bench/speed/lines.ts describes the
 * lines. CPU time is that of the thread that searches: neither garbage collection nor compilation counts.
 */
public final class LuceneSpeed {
  private static final int LIMIT = 10;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private IndexSearcher searcher;

  private LuceneSpeed() {}

  public static void main(String[] arguments) throws IOException {
    LuceneSpeed lucene = new LuceneSpeed();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine())
      try {
        out.println(lucene.obey(line.split("\t", -1)));
      } catch (IOException | RuntimeException problem) {
        out.println("error\t" + problem.toString().replaceAll("\\s+", " "));
      }
  }

  private String obey(String[] columns) throws IOException {
    switch (columns[0]) {
      case "build":
        build(Path.of(columns[2]), Path.of(columns[3]));
        return "ok";
      case "heap":
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return String.valueOf(runtime.totalMemory() - runtime.freeMemory());
      default:
        long cpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        int hits = columns[0].equals("open") ? open(columns[1]) : ask(columns);
        return milliseconds(System.nanoTime() - start)
            + "\t"
            + milliseconds(THREADS.getCurrentThreadCpuTime() - cpu)
            + "\t"
            + hits;
    }
  }

  private static void build(Path passages, Path folder) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()));
        BufferedReader lines = Files.newBufferedReader(passages)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] columns = line.split("\t", -1);
        Document document = new Document();
        document.add(new StringField("language", columns[1], Field.Store.NO));
        document.add(new TextField("text", columns[3], Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private int open(String folder) throws IOException {
    searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(Path.of(folder))));
    searcher.setQueryCache(null);
    return 0;
  }

  private int ask(String[] columns) throws IOException {
    Query query = query(columns[1], columns[3].split(" "));
    if (!columns[4].isEmpty())
      query =
          new BooleanQuery.Builder()
              .add(query, Occur.MUST)
              .add(new TermQuery(new Term("language", columns[4])), Occur.FILTER)
              .build();
    int offset = Integer.parseInt(columns[5]);
    int found = searcher.search(query, offset + LIMIT).scoreDocs.length;
    return Math.max(0, found - offset);
  }

  private static Query query(String mode, String[] terms) {
    switch (mode) {
      case "phrase":
        return new PhraseQuery("text", terms);
      case "prefix":
        return new PrefixQuery(new Term("text", terms[0]));
      case "typo":
        return new FuzzyQuery(new Term("text", terms[0]), 1);
      default:
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (String term : terms)
          words.add(
              new TermQuery(new Term("text", term)),
              mode.equals("and") ? Occur.MUST : Occur.SHOULD);
        return words.build();
    }
  }

  private static String milliseconds(long nanoseconds) {
    return String.format(Locale.ROOT, "%.6f", nanoseconds / 1e6);
  }
}
