#!/bin/bash
pip3 install apache-airflow==2.7.3
export AIRFLOW__CORE__SQL_ALCHEMY_CONN=postgresql+psycopg2://airflow:airfl0w-pw@10.0.3.7:5432/airflow
airflow db init
airflow webserver -p 8080 -D
airflow scheduler -D
