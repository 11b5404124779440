"""Papers as LibreOffice lays them out: for tests that measure them, and for people who look at them."""
