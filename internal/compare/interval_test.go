package compare

import (
	"math"
	"testing"
)

func near(a, b, within float64) bool { return math.Abs(a-b) <= within }

// Vectors: R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3
// (81/263, 15/148, 0/20, 1/29), and 0/10 from shared statistics. 7/41 was calculated
// apart from the formula, by bisecting n(p̂−p)² = z²p(1−p) with 40 decimals.
func TestWilson(t *testing.T) {
	for _, v := range []struct{ num, den, low, high, within float64 }{
		{0, 10, 0, 0.27753, 5e-6},
		{7, 41, 0.085253, 0.312626, 5e-7},
		{81, 263, 0.2553, 0.3662, 5e-5},
		{15, 148, 0.0624, 0.1605, 5e-5},
		{0, 20, 0, 0.1611, 5e-5},
		{1, 29, 0.0061, 0.1718, 5e-5},
		{41, 41, 0.914332, 1, 5e-7},
	} {
		got := Wilson(v.num, v.den, 0.95)
		if !near(got.Low, v.low, v.within) || !near(got.High, v.high, v.within) {
			t.Errorf("%v av %v: %v, väntade %v till %v", v.num, v.den, got, v.low, v.high)
		}
	}
}

// TestWilsonInvertsScoreTest: both ends are z standard errors from the share, by the
// standard error at the end itself. That is what the interval is by definition.
func TestWilsonInvertsScoreTest(t *testing.T) {
	for _, conf := range []float64{0.8, 0.95, 0.998} {
		z := normalQuantile(conf)
		for den := 1.0; den <= 300; den += 13 {
			for num := 0.0; num <= den; num++ {
				i, p := Wilson(num, den, conf), num/den
				if !i.Contains(p) || i.Low < 0 || i.High > 1 {
					t.Fatalf("%v av %v: %v", num, den, i)
				}
				for _, end := range []float64{i.Low, i.High} {
					if end > 0 && end < 1 && !near(math.Abs(p-end), z*math.Sqrt(end*(1-end)/den), 1e-9) {
						t.Fatalf("%v av %v: %v löser inte testet", num, den, end)
					}
				}
			}
		}
	}
}

// Vectors: exact Poisson limits at 95 %, K. Ulm, Am J Epidemiol 131 (1990) 373–375 and
// A. J. Dobson et al., Statistics in Medicine 10 (1991) 457–462.
func TestPoissonExact(t *testing.T) {
	for _, v := range []struct{ count, low, high float64 }{
		{0, 0, 3.689}, {1, 0.0253, 5.572}, {2, 0.242, 7.225}, {5, 1.623, 11.668}, {9, 4.115, 17.085},
		{10, 4.795, 18.390}, {50, 37.111, 65.919}, {100, 81.364, 121.627},
	} {
		got := PoissonExact(v.count, 0.95)
		if !near(got.Low, v.low, 6e-4) || !near(got.High, v.high, 6e-4) {
			t.Errorf("%v: %v, väntade %v till %v", v.count, got, v.low, v.high)
		}
	}
}

// TestPoissonExactOtherConfidences: GraphPad QuickCalcs, "How QuickCalcs computes the
// confidence interval of a count" (Garwood's method, 25 events), and the example of
// cipoisson in R's survival package (4 events).
func TestPoissonExactOtherConfidences(t *testing.T) {
	for _, v := range []struct{ count, conf, low, high, within float64 }{
		{25, 0.90, 17.38, 34.92, 5e-3}, {25, 0.95, 16.18, 36.90, 5e-3}, {25, 0.99, 14.00, 41.00, 5e-3},
		{4, 0.95, 1.089865, 10.24153, 1e-4},
	} {
		got := PoissonExact(v.count, v.conf)
		if !near(got.Low, v.low, v.within) || !near(got.High, v.high, v.within) {
			t.Errorf("%v vid %v: %v, väntade %v till %v", v.count, v.conf, got, v.low, v.high)
		}
	}
}

// TestPoissonExactTails: by definition the count lies in the outermost half of α in
// the Poisson distributions of both ends, added up term by term here.
func TestPoissonExactTails(t *testing.T) {
	for count := range 60 {
		i := PoissonExact(float64(count), 0.95)
		if count > 0 && !near(1-poissonUpTo(count-1, i.Low), 0.025, 1e-9) {
			t.Errorf("%d: nedre gränsen %v", count, i.Low)
		}
		if !near(poissonUpTo(count, i.High), 0.025, 1e-9) {
			t.Errorf("%d: övre gränsen %v", count, i.High)
		}
	}
}

func poissonUpTo(count int, mean float64) float64 {
	term := math.Exp(-mean)
	sum := term
	for k := 1; k <= count; k++ {
		term *= mean / float64(k)
		sum += term
	}
	return sum
}

// TestByar. Published: the documentation of the Ruby library byar, 100 observed against
// 90 expected (with z rounded to 1.96, hence the tolerance). 10 was calculated with
// Python from Breslow and Day's formula. And, as Public Health England's guide says of
// 95 %, within 0.2 % of the exact for 10 or more.
func TestByar(t *testing.T) {
	if got := Byar(100, 0.95); !near(got.Low, 90*0.9040199067, 1e-3) || !near(got.High, 121.628347, 1e-3) {
		t.Errorf("100: %v", got)
	}
	if got := Byar(10, 0.95); !near(got.Low, 4.787450, 1e-6) || !near(got.High, 18.391459, 1e-6) {
		t.Errorf("10: %v", got)
	}
	for count := 10.0; count < 2000; count += 7 {
		b, e := Byar(count, 0.95), PoissonExact(count, 0.95)
		if !near(b.Low/e.Low, 1, 0.002) || !near(b.High/e.High, 1, 0.002) {
			t.Errorf("%v: Byar %v, exakt %v", count, b, e)
		}
	}
}

func TestCountIntervalChangesMethodAtTen(t *testing.T) {
	if CountInterval(9, 0.95) != PoissonExact(9, 0.95) || CountInterval(10, 0.95) != Byar(10, 0.95) {
		t.Error("fel metod vid gränsen 10")
	}
}

// TestFunnelLimits: 20 cases are expected of 10 000 inhabitants at 2 per 1 000.
func TestFunnelLimits(t *testing.T) {
	got, want := FunnelLimits(2, 10000, 1000, 0.95), PoissonExact(20, 0.95)
	if !near(got.Low, want.Low/10, 1e-9) || !near(got.High, want.High/10, 1e-9) {
		t.Errorf("gränser %v, väntade %v delat med 10", got, want)
	}
	outer := FunnelLimits(2, 10000, 1000, 0.998)
	if outer.Low >= got.Low || outer.High <= got.High {
		t.Errorf("99,8 %% (%v) ryms i 95 %% (%v)", outer, got)
	}
}

func TestImpossibleIntervalsPanic(t *testing.T) {
	for name, f := range map[string]func(){
		"täljaren störst": func() { Wilson(5, 4, 0.95) }, "nämnaren noll": func() { Wilson(0, 0, 0.95) },
		"konfidens 1": func() { Wilson(1, 4, 1) }, "negativt antal": func() { Byar(-1, 0.95) },
		"negativt exakt": func() { PoissonExact(-1, 0.95) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: ingen panik", name)
				}
			}()
			f()
		}()
	}
}
