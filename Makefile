# make site   the whole site in public/, from the files in data/ and content/
# make test   everything that shows that samverkan works
#
# `make` alone lists what there is.

NPM := npm --prefix layouts

# What in chart happens at the same time. Its drawing doesn't, and would take ten
# minutes: the JavaScript engine is Go too, and the race detector slows it down.
CHART_RACES := TestCancelled|TestCrashedWorker|TestWorkerThatCannotStart|TestUnwritableCache|TestProgress

.PHONY: help site serve binary release test lint unit race e2e browser shots clean

help: ## show this list
	@sed -n 's/^\([a-z0-9]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

site: binary ## build samverkan and, with it, the site in public/
	@echo "== the site"
	bin/samverkan build

serve: binary ## show the site in a browser, rebuilt whenever a file is saved
	@echo "== the site, until Ctrl-C"
	bin/samverkan serve --oppna

binary: layouts/dist/echarts.js layouts/dist/licences.json ## build bin/samverkan
	@echo "== bin/samverkan"
	go build -trimpath -o bin/samverkan ./cmd/samverkan

# npm writes its own copy of the lock file last, so its age tells whether the
# packages are those of the lock.
layouts/node_modules/.package-lock.json: layouts/package-lock.json
	@echo "== front-end packages"
	$(NPM) ci --no-audit --no-fund
	@touch $@

layouts/dist/echarts.js: layouts/node_modules/.package-lock.json layouts/package.json $(wildcard layouts/echarts/*.js layouts/searchengine/*.js)
	@echo "== the bundles of ECharts and the search"
	$(NPM) run build
	@touch $@

# The licences of what the program is made of, which it shows with samverkan licenses.
layouts/dist/licences.json: layouts/dist/echarts.js go.mod go.sum $(wildcard internal/licences/*.go internal/licences/gather/*.go)
	@echo "== the licences"
	@test -e layouts/node_modules/.bundles/echarts.json || $(NPM) run build
	go run ./internal/licences/gather

# One program per system, with everything in it. The same commit and the same Go give
# the same bytes, on whatever machine and in whatever folder.
TARGETS := windows-amd64 windows-arm64 darwin-amd64 darwin-arm64 linux-amd64 linux-arm64
VERSION ?= $(shell git describe --tags --always --dirty 2> /dev/null || echo utveckling)
RELEASE_DIR := bin/release

release: layouts/dist/echarts.js layouts/dist/licences.json ## one program each for Windows, macOS and Linux in bin/release/
	@rm -rf $(RELEASE_DIR) && mkdir -p $(RELEASE_DIR)
	@$(foreach t,$(TARGETS),$(MAKE) --no-print-directory release-$(t) &&) true
	@cp LICENSE $(RELEASE_DIR)/
	@cd $(RELEASE_DIR) && sha256sum * > SHA256SUMS && cat SHA256SUMS

release-%: layouts/dist/echarts.js layouts/dist/licences.json
	@echo "== samverkan $(VERSION) for $*"
	@mkdir -p $(RELEASE_DIR)
	@CGO_ENABLED=0 GOOS=$(word 1,$(subst -, ,$*)) GOARCH=$(word 2,$(subst -, ,$*)) GOAMD64=v1 GOARM64=v8.0 GOFLAGS= \
		go build -trimpath -buildvcs=false -ldflags '-s -w -X main.release=$(VERSION)' \
		-o $(RELEASE_DIR)/samverkan-$*$(if $(findstring windows,$*),.exe) ./cmd/samverkan

test: lint unit race e2e browser ## run every test
	@echo "== all is well"

lint: layouts/dist/echarts.js layouts/dist/licences.json ## formatting, go vet, staticcheck
	@echo "== gofmt"
	@unformatted=$$(gofmt -l *.go cmd internal layouts/*.go); test -z "$$unformatted" || { echo "not formatted: $$unformatted"; exit 1; }
	@echo "== go vet"
	go vet ./...
	@echo "== staticcheck"
	go tool staticcheck ./...

unit: layouts/dist/echarts.js layouts/dist/licences.json ## tests of every package but those below
	@echo "== unit tests"
	go test $$(go list ./... | grep -v -e /cmd/samverkan -e /internal/sitetest)

race: layouts/dist/echarts.js layouts/dist/licences.json ## the packages that do several things at once, with the race detector
	@echo "== race detector"
	go test -race -short ./internal/parallel ./internal/check ./internal/publish ./internal/markdown ./internal/preview ./internal/page ./internal/search ./internal/attack
	go test -race -short -run TestMemoAtOnce ./internal/compare
	go test -race -short -run '$(CHART_RACES)' ./internal/chart
	go test -race -short -run 'TestAtOnce|TestServe$$' ./cmd/samverkan

e2e: layouts/dist/echarts.js layouts/dist/licences.json ## the program from the outside, a small site per case
	@echo "== command line"
	go test ./cmd/samverkan

browser: layouts/dist/echarts.js layouts/dist/licences.json ## every page of the site and of the invented county in a real browser
	@echo "== the site in a browser"
	@for b in "$$SAMVERKAN_CHROMIUM" chromium chromium-browser google-chrome; do \
		command -v "$$b" > /dev/null 2>&1 && exit 0; done; \
		echo "   No Chromium here, so only links and HTML are tested. To test the pages too, install it"; \
		echo "   (Debian, Ubuntu: sudo apt-get install chromium) or name it in SAMVERKAN_CHROMIUM."
	go test -count=1 -timeout 25m ./internal/sitetest

shots: layouts/dist/echarts.js layouts/dist/licences.json ## pictures of every page into the folder SAMVERKAN_SHOTS
	@test -n "$$SAMVERKAN_SHOTS" || { echo "say where: make shots SAMVERKAN_SHOTS=folder"; exit 1; }
	SAMVERKAN_SHOTS="$(abspath $(SAMVERKAN_SHOTS))" go test -count=1 -timeout 30m -run TestShots -v ./internal/sitetest

clean: ## remove what was built
	rm -rf bin layouts/node_modules layouts/dist/echarts.js layouts/dist/search.js layouts/dist/licences.json
	find public -mindepth 1 -not -name .gitignore -delete
