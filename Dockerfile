# A static binary and nothing else; it runs as nobody and needs no network. Run it as:
#   docker run --rm --network none --user "$(id -u):$(id -g)" -v "$PWD:/work" breachlint check drafts
FROM rust:1.95-alpine AS build
RUN apk add --no-cache musl-dev
WORKDIR /build
COPY . .
RUN cargo build --release --locked

FROM scratch
COPY --from=build /build/target/release/breachlint /breachlint
COPY LICENSE-MIT LICENSE-APACHE /
WORKDIR /work
USER 65532:65532
ENTRYPOINT ["/breachlint"]
CMD ["--help"]
