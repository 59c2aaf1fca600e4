#!/bin/bash
# A worker with clients of everything and a server of nothing.
apt-get update
apt-get install -y postgresql-client mysql-client redis-tools mongodb-clients curl wget jq awscli nfs-common
pip3 install awscli boto3 redis psycopg2-binary pymongo
export PGPASSWORD=$(aws ssm get-parameter --name /prod/db --with-decryption --query Parameter.Value --output text)
psql -h reports.c1abcdefgh.eu-west-1.rds.amazonaws.com -U reports -c 'select 1'
mysql -h db01.example.com -u app -e 'select 1'
redis-cli -h cache.example.com -p 6379 ping
echo "nginx is not installed here; apache2 neither"
