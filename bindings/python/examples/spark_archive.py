"""Reads an archive of articles from Parquet and writes its attributions as Parquet, a folder a publisher.

Usage: spark-submit spark_archive.py ARTICLES TARGET. The articles have the columns `url`, `publisher` and `text`.
"""

import sys

from pyspark.sql import SparkSession
from pyspark.sql.functions import col, struct

import quotation.spark


def main(articles: str, target: str) -> None:
    spark = SparkSession.builder.appName("quotation").getOrCreate()
    texts = spark.read.parquet(articles)
    # An id may be a struct: what comes back beside each attribution then needs no join.
    texts = texts.select(struct("url", "publisher").alias("id"), "text")
    rows = quotation.spark.attributions(texts)
    rows = rows.select("id.*", *(col(name) for name in rows.columns if name != "id"))
    rows.write.partitionBy("publisher").mode("overwrite").parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
