"""What can be said: frozen values of the standard library, the closed vocabularies, the errors."""
