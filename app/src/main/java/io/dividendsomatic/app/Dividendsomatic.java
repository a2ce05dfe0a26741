package io.dividendsomatic.app;

import io.dividendsomatic.app.cli.CommandLineProgram;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the program, or runs a command. */
@AutoConfigurationPackage(basePackages = "io.dividendsomatic")
@SpringBootApplication(scanBasePackages = "io.dividendsomatic")
public class Dividendsomatic {

    public static void main(String[] args) {
        if (CommandLineProgram.isMeant(args)) {
            System.exit(CommandLineProgram.run(args));
        }
        SpringApplication.run(Dividendsomatic.class, args);
    }
}
