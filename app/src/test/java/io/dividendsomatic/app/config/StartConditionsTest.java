package io.dividendsomatic.app.config;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartConditionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
    void a_loopback_address_is_fine(String address) {
        assertThatNoException().isThrownBy(() -> StartConditions.onlyLoopback("management.server.address", address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.10", "10.0.0.1", "no.such.host.invalid"})
    void any_other_address_refuses_the_start(String address) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> StartConditions.onlyLoopback("management.server.address", address))
                .withMessageContaining(address);
    }

    @Test
    void no_address_is_every_address_and_refuses_the_start() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> StartConditions.onlyLoopback("management.server.address", null))
                .withMessageContaining("not set");
    }
}
