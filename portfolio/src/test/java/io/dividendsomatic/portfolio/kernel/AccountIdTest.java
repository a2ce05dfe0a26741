package io.dividendsomatic.portfolio.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {

    @Test
    void it_is_written_broker_and_number() {
        AccountId account = AccountId.parse("ibkr:U0000001");
        assertThat(account.broker()).isEqualTo(Broker.IBKR);
        assertThat(account).hasToString("ibkr:U0000001");
    }

    @Test
    void some_brokers_have_names_for_numbers() {
        assertThat(AccountId.parse("avanza:Sparande-Åke")).hasToString("avanza:Sparande-Åke");
    }

    @ParameterizedTest
    @ValueSource(strings = {"U0000001", "IBKR:U1", "ibkr:", ":U1", "ibkr:../U1", "ibkr:a b", ""})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> AccountId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
