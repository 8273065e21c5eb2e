# Two stages: build with the SDK and Node, run with the ASP.NET Core runtime alone.
FROM ubuntu:26.04 AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends dotnet-sdk-10.0 nodejs npm ca-certificates \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN dotnet publish src/WorkflowHost -c Release -o /app

FROM ubuntu:26.04
RUN apt-get update \
 && apt-get install -y --no-install-recommends aspnetcore-runtime-10.0 tzdata \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --home /app workflowhost \
 && mkdir /data && chown workflowhost /data
WORKDIR /app
COPY --from=build /app .
COPY workflows /app/workflows
COPY forms /app/forms
USER workflowhost
ENV ASPNETCORE_URLS=http://+:8080 \
    Database__Provider=sqlite \
    "Database__Connection=Data Source=/data/workflowhost.db"
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["dotnet", "WorkflowHost.dll"]
