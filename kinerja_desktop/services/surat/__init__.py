"""Letters: register, writing, making final."""
