INSERT DATA { query:parameter-nothing a dia:QueryParameter ; dia:parameterVariable "?x" }
