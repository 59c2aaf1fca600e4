#!/bin/bash
curl https://packages.gitlab.com/install/repositories/gitlab/gitlab-ce/script.deb.sh | sudo bash
EXTERNAL_URL="https://gitlab.example.com" apt-get install -y gitlab-ce=16.7.0-ce.0
gitlab-ctl reconfigure
