"""Answers by lines, so that tantivy can be measured query by query beside others; bench/speed/lines.ts describes the
lines."""

import gc
import sys
import time

from tantivy import Document, Index, Occur, Query, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

LIMIT = 10
TERMS = "terms"


def schema():
    builder = SchemaBuilder()
    builder.add_text_field("text", tokenizer_name=TERMS, index_option="position")
    builder.add_text_field("language", tokenizer_name="raw", index_option="basic")
    return builder.build()


def registered(index):
    index.register_tokenizer(TERMS, TextAnalyzerBuilder(Tokenizer.whitespace()).build())
    return index


class Tantivy:
    def __init__(self):
        self.schema = schema()
        self.searcher = None

    def build(self, _corpus, passages, folder):
        writer = registered(Index(self.schema, path=folder)).writer(heap_size=512_000_000, num_threads=1)
        with open(passages, encoding="utf-8") as lines:
            for line in lines:
                _, language, _, terms = line.rstrip("\n").split("\t")
                writer.add_document(Document(text=terms, language=language))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder):
        index = registered(Index.open(folder))
        self.schema = index.schema
        self.searcher = index.searcher()
        return 0

    def ask(self, mode, _words, terms, language, offset, *_):
        query = self.query(mode, terms.split(" "))
        if language:
            only = Query.const_score_query(self.term("language", language), 0)
            query = Query.boolean_query([(Occur.Must, query), (Occur.Must, only)])
        return len(self.searcher.search(query, LIMIT, count=False, offset=int(offset)).hits)

    def query(self, mode, terms):
        if mode == "phrase":
            return Query.phrase_query(self.schema, "text", terms)
        if mode == "prefix":
            return Query.fuzzy_term_query(self.schema, "text", terms[0], 0, True, True)
        if mode == "typo":
            return Query.fuzzy_term_query(self.schema, "text", terms[0], 1)
        occur = Occur.Must if mode == "and" else Occur.Should
        return Query.boolean_query([(occur, self.term("text", term)) for term in terms])

    def term(self, field, text):
        return Query.term_query(self.schema, field, text, "freq")

    def obey(self, order, *columns):
        if order == "build":
            self.build(*columns)
            return ("ok",)
        if order == "heap":
            gc.collect()
            return (0,)
        cpu, start = time.process_time_ns(), time.perf_counter_ns()
        hits = self.open(*columns) if order == "open" else self.ask(*columns)
        return ((time.perf_counter_ns() - start) / 1e6, (time.process_time_ns() - cpu) / 1e6, hits)


def main():
    tantivy = Tantivy()
    for line in sys.stdin:
        try:
            answer = tantivy.obey(*line.rstrip("\n").split("\t"))
        except Exception as problem:  # the other side decides what to do without an answer
            answer = ("error", " ".join(str(problem).split()))
        print(*answer, sep="\t", flush=True)


main()
