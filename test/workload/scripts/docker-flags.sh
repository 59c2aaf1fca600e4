#!/bin/bash
docker run -d --name=node-exporter --net=host prom/node-exporter
docker run --detach --publish 443:443 --publish 80:80 --publish 2222:22 --name gitlab gitlab/gitlab-ee:16.0.1-ee.0
docker run -d -p5432:5432 --env-file /etc/pg.env postgres:14.2
podman run -dt -p 8080:80/tcp docker.io/library/httpd:latest
