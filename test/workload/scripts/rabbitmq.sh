#!/bin/bash
curl -s https://packagecloud.io/install/repositories/rabbitmq/rabbitmq-server/script.rpm.sh | bash
yum install -y erlang rabbitmq-server-3.11.9
systemctl enable --now rabbitmq-server
rabbitmq-plugins enable rabbitmq_management
rabbitmqctl add_user shop Sh0pSh0p
