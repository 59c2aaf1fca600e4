#!/bin/bash
yum install -y https://download.postgresql.org/pub/repos/yum/reporpms/EL-7-x86_64/pgdg-redhat-repo-latest.noarch.rpm
yum install -y postgresql14-server postgresql14-contrib
/usr/pgsql-14/bin/postgresql-14-setup initdb
echo "listen_addresses = '*'" >> /var/lib/pgsql/14/data/postgresql.conf
echo "port = 5433" >> /var/lib/pgsql/14/data/postgresql.conf
systemctl enable --now postgresql-14
sudo -u postgres psql -c "CREATE USER shop WITH PASSWORD 'sh0p-Canary'"
