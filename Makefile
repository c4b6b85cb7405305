# Two commands do everything: make run, make test.
PYTHON ?= python3
READY := .venv/ready

.PHONY: run test coverage bench soak proof cluster golden pictures catalogue mutants lint lock clean

run: $(READY)
	@.venv/bin/caseworker demo

test: $(READY)
	@.ci/prepare test
	@.venv/bin/python -m pytest -n 2 --dist worksteal

# Every branch of the nouns and the law is walked by their own tests.
coverage: $(READY)
	@.venv/bin/python -m pytest -q -n 2 --cov=caseworker_app.model --cov=caseworker_app.rules --cov-branch \
	  --cov-fail-under=100 tests/model tests/rules tests/intake

bench: $(READY)
	@.ci/prepare bench
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r tests/bench/requirements.lock
	@test -x .venv-splink/bin/python || $(PYTHON) -m venv .venv-splink
	@.venv-splink/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r tests/bench/splink.lock
	@test -x .venv-papers/bin/python || $(PYTHON) -m venv .venv-papers
	@.venv-papers/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r tests/bench/papers.lock
	@test -x .venv-anki/bin/python || $(PYTHON) -m venv .venv-anki
	@.venv-anki/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r tests/bench/anki.lock
	@if command -v npm >/dev/null; then npm ci --prefix tests/bench/pouch --silent; fi
	@.venv/bin/python -m pytest -m bench -s tests/bench

# A caseworker's day at the real window without a pause, some ten minutes: nothing may pile up.
soak: $(READY)
	@.venv/bin/python -m pytest -m soak -s tests/bench/test_soak.py

# The protocol of delivery, walked and simulated further than with every change.
proof: $(READY)
	@.venv/bin/python -m pytest -m proof -s tests/proof tests/journeys/test_kill.py tests/journeys/test_replay.py

# Spark, alone and on a cluster of two workers, against DuckDB: equal row by row.
cluster:
	@.ci/prepare cluster
	@test -x .venv-cluster/bin/python || $(PYTHON) -m venv .venv-cluster
	@.venv-cluster/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r tests/cluster/requirements.lock
	@.venv-cluster/bin/python -m pytest -q -m cluster tests/cluster

# New words of the explanation into the golden determinations; refuses another decision.
golden: $(READY)
	@.venv/bin/python -m tests.workflow.replay.regenerate

# Pictures of every paper taken anew: look at each that changed before it is kept.
pictures: $(READY)
	@CASEWORKER_PICTURES=anew .venv/bin/python -m pytest -q tests/workflow/papers

# New texts of the screens into the English catalogue, unfinished until somebody translates them.
catalogue: $(READY)
	@.venv/bin/python -m tests.desktop.texts

# Breaks each rule of the law once: a mutant no test notices is told and fails.
mutants: $(READY)
	@.venv/bin/python -m tests.mutation --jobs 2

lint: $(READY)
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy -p caseworker_app -p tests
	@.venv/bin/lint-imports

$(READY): requirements.lock pyproject.toml
	@.ci/prepare run
	@test -x .venv/bin/python || $(PYTHON) -m venv .venv
	@echo "Installing the locked packages into .venv …"
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Pins what pyproject.toml asks for, for every platform, with hashes and without addresses.
lock:
	uv pip compile pyproject.toml --extra server --group dev --generate-hashes --universal \
	  --python-version 3.11 --no-emit-index-url --no-annotate --no-header --output-file requirements.lock
	uv pip compile --group bench --generate-hashes --universal --python-version 3.11 --no-emit-index-url \
	  --no-annotate --no-header --output-file tests/bench/requirements.lock
	uv pip compile --group splink --generate-hashes --universal --python-version 3.11 --no-emit-index-url \
	  --no-annotate --no-header --output-file tests/bench/splink.lock
	uv pip compile --group anki --generate-hashes --universal --python-version 3.11 --no-emit-index-url \
	  --no-annotate --no-header --output-file tests/bench/anki.lock
	uv pip compile --group papers --generate-hashes --universal --python-version 3.11 --no-emit-index-url \
	  --no-annotate --no-header --output-file tests/bench/papers.lock
	uv pip compile pyproject.toml --extra server --extra spark --group test --generate-hashes --universal \
	  --python-version 3.11 --no-emit-index-url --no-annotate --no-header \
	  --output-file tests/cluster/requirements.lock

clean:
	rm -rf .venv build dist
