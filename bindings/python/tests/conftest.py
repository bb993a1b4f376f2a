"""What tests share."""

import os
import sys

import pytest


@pytest.fixture(scope="session")
def spark_folder(tmp_path_factory):
    """The folder that Spark was started in, which relative paths start from."""
    return tmp_path_factory.mktemp("spark")


@pytest.fixture(scope="session")
def spark(spark_folder):
    """Spark with two executors, each a process of its own."""
    import pyspark
    from pyspark.sql import SparkSession

    os.environ.update(
        PYSPARK_PYTHON=sys.executable, SPARK_HOME=os.path.dirname(pyspark.__file__), SPARK_LOCAL_IP="127.0.0.1"
    )
    builder = SparkSession.builder.master("local-cluster[2,1,1024]")
    # Tests end before it pays to compile more than is quickly compiled.
    options = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
    settings = {
        "spark.driver.extraJavaOptions": options,
        "spark.executor.extraJavaOptions": options,
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "25",
        "spark.sql.shuffle.partitions": "2",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    before = os.getcwd()
    os.chdir(spark_folder)
    session = builder.getOrCreate()
    os.chdir(before)
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()
