#!/bin/bash
if command -v apt-get >/dev/null; then
  apt-get update; apt-get install -y apache2
else
  yum install -y httpd
fi
case "$(uname -m)" in
  x86_64) A=amd64;;
  *) A=arm64;;
esac
while ! curl -s http://localhost:8080/health; do sleep 1; done
for i in {1..5}; do echo $i; done
MY_APP_PORT=9090
/opt/app/bin/server --port $MY_APP_PORT &
